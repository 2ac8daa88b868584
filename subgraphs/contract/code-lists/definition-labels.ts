import { type Labels, labels } from './labels.ts';

/** A definition in words: as it stands behind a colon, and as one sentence of its own. */
export interface DefinitionLabels {
  readonly label: Labels;
  readonly text: Labels;
}

/** What each definition means. Keys: the codes of definitions.ts. */
export const definitionLabels: Readonly<Record<string, DefinitionLabels>> = {
  UNSPECIFIED: {
    label: labels('не указано', 'көрсетілмеген', 'koʻrsatilmagan', 'not stated'),
    text: labels(
      'Источник не говорит, кто или что именно посчитано.',
      'Дереккөз нақты кім немесе не саналғанын айтпайды.',
      'Manba aynan kim yoki nima sanalganini aytmaydi.',
      'The source does not say who or what exactly is counted.',
    ),
  },
  TAKES_PART: {
    label: labels(
      'участвуют в волонтёрской деятельности',
      'еріктілік қызметке қатысады',
      'koʻngillilik faoliyatida qatnashadi',
      'take part in volunteering',
    ),
    text: labels(
      'О людях сказано, что они участвуют; за какое время, не сказано.',
      'Адамдардың қатысатыны айтылған, бірақ қай уақыт аралығында екені айтылмаған.',
      'Odamlarning qatnashishi aytilgan, ammo qaysi davrda ekani aytilmagan.',
      'People are said to take part; over which time is not said.',
    ),
  },
  IN_NETWORK_ACTIONS: {
    label: labels(
      'участвуют в акциях сети',
      'желінің акцияларына қатысады',
      'tarmoq aksiyalarida qatnashadi',
      'take part in the actions of the network',
    ),
    text: labels(
      'Посчитаны волонтёры, которые участвуют в акциях сети, а не все волонтёры страны.',
      'Елдің барлық еріктілері емес, желінің акцияларына қатысатын еріктілер саналған.',
      'Mamlakatning barcha koʻngillilari emas, tarmoq aksiyalarida qatnashadigan koʻngillilar sanalgan.',
      'Volunteers who take part in the actions of the network are counted, not all volunteers of the country.',
    ),
  },
  INVOLVED_IN_MOVEMENTS: {
    label: labels(
      'вовлечены в волонтёрские движения',
      'еріктілер қозғалыстарына тартылған',
      'koʻngillilar harakatlariga jalb qilingan',
      'involved in volunteer movements',
    ),
    text: labels(
      'О людях сказано, что они вовлечены в волонтёрские движения; что для этого нужно, не сказано.',
      'Адамдардың еріктілер қозғалыстарына тартылғаны айтылған, бірақ ол үшін не керегі айтылмаған.',
      'Odamlarning koʻngillilar harakatlariga jalb qilingani aytilgan, ammo buning uchun nima kerakligi aytilmagan.',
      'People are said to be involved in volunteer movements; what that takes is not said.',
    ),
  },
  IN_ORG_DATABASE: {
    label: labels(
      'числятся в базах данных организаций',
      'ұйымдардың дерекқорларында тіркелген',
      'tashkilotlarning maʼlumotlar bazasida qayd etilgan',
      'on file with organizations',
    ),
    text: labels(
      'Посчитаны записи в базах данных организаций; один человек может быть в нескольких.',
      'Ұйымдардың дерекқорларындағы жазбалар саналған; бір адам бірнешеуінде болуы мүмкін.',
      'Tashkilotlarning maʼlumotlar bazasidagi yozuvlar sanalgan; bir kishi bir nechtasida boʻlishi mumkin.',
      'Entries in the databases of organizations are counted; one person may be in several.',
    ),
  },
  IN_LARGE_INITIATIVES: {
    label: labels(
      'работают в крупных инициативах',
      'ірі бастамаларда жұмыс істейді',
      'yirik tashabbuslarda ishlaydi',
      'work on large initiatives',
    ),
    text: labels(
      'Посчитаны волонтёры крупных инициатив; какая инициатива крупная, не сказано.',
      'Ірі бастамалардың еріктілері саналған; қандай бастама ірі екені айтылмаған.',
      'Yirik tashabbuslarning koʻngillilari sanalgan; qanday tashabbus yirik ekani aytilmagan.',
      'Volunteers of large initiatives are counted; which initiative is large is not said.',
    ),
  },
  REGISTERED_ON_PLATFORM: {
    label: labels('зарегистрированы на платформе', 'платформада тіркелген', 'platformada roʻyxatdan oʻtgan', 'registered on the platform'),
    text: labels(
      'Посчитаны зарегистрированные на платформе; участвовали ли они в чём-либо, не сказано.',
      'Платформада тіркелгендер саналған; олардың бірдеңеге қатысқан-қатыспағаны айтылмаған.',
      'Platformada roʻyxatdan oʻtganlar sanalgan; ular biror ishda qatnashgan-qatnashmagani aytilmagan.',
      'Those registered on the platform are counted; whether they took part in anything is not said.',
    ),
  },
  TOOK_PART_IN_PERIOD: {
    label: labels(
      'участвовали хотя бы раз за период',
      'кезең ішінде кемінде бір рет қатысқан',
      'davr ichida kamida bir marta qatnashgan',
      'took part at least once in the period',
    ),
    text: labels(
      'Посчитаны люди, которые участвовали хотя бы один раз за указанный период.',
      'Көрсетілген кезеңде кемінде бір рет қатысқан адамдар саналған.',
      'Koʻrsatilgan davrda kamida bir marta qatnashgan odamlar sanalgan.',
      'People who took part at least once in the stated period are counted.',
    ),
  },
  SURVEY_ICLS19: {
    label: labels(
      'обследование по определению МОТ',
      'ХЕҰ анықтамасы бойынша зерттеу',
      'XMT taʼrifi boʻyicha soʻrov',
      'survey by the definition of the ILO',
    ),
    text: labels(
      'Обследование по резолюции 19-й Международной конференции статистиков труда: работа для других без оплаты и без принуждения, не менее часа за короткий период.',
      'Еңбек статистиктерінің 19-халықаралық конференциясының қарары бойынша зерттеу: басқалар үшін ақысыз әрі ерікті жұмыс, қысқа кезеңде кемінде бір сағат.',
      'Mehnat statistiklarining 19-xalqaro konferensiyasi rezolyutsiyasi boʻyicha soʻrov: boshqalar uchun haq olmay va majburlovsiz bajarilgan ish, qisqa davrda kamida bir soat.',
      'A survey by the resolution of the 19th International Conference of Labour Statisticians: unpaid, non-compulsory work for others, at least one hour in a short reference period.',
    ),
  },
  OFFICIAL_ESTIMATE: {
    label: labels('официальная оценка', 'ресми бағалау', 'rasmiy baho', 'official estimate'),
    text: labels(
      'Оценка государственного органа; кто считается волонтёром, решил он.',
      'Мемлекеттік органның бағалауы; кімнің ерікті саналатынын сол орган шешкен.',
      'Davlat organining bahosi; kim koʻngilli hisoblanishini shu organ belgilagan.',
      'An estimate of a public authority, which decided who counts as a volunteer.',
    ),
  },
  UNITED_BY_BRANCHES: {
    label: labels('объединены отделениями', 'бөлімшелер біріктірген', 'boʻlinmalar birlashtirgan', 'united by the branches'),
    text: labels(
      'Посчитаны люди, которых объединяют отделения; все ли они члены организации, не сказано.',
      'Бөлімшелер біріктіретін адамдар саналған; олардың бәрі ұйым мүшесі ме, айтылмаған.',
      'Boʻlinmalar birlashtirgan odamlar sanalgan; ularning hammasi tashkilot aʼzosimi, aytilmagan.',
      'People whom the branches unite are counted; whether all are members is not said.',
    ),
  },
  HELD_BY_SUBJECT: {
    label: labels(
      'проведены тем, о ком сообщается',
      'сөз болып отырған тараптың өзі өткізген',
      'soʻz yuritilayotgan tomonning oʻzi oʻtkazgan',
      'held by the subject itself',
    ),
    text: labels(
      'Посчитано то, что провёл сам названный субъект.',
      'Аталған субъектінің өзі өткізгені саналған.',
      'Aytilgan subyektning oʻzi oʻtkazganlari sanalgan.',
      'What the named subject held itself is counted.',
    ),
  },
  SUBJECT_TOOK_PART: {
    label: labels(
      'с участием того, о ком сообщается',
      'сөз болып отырған тараптың қатысуымен',
      'soʻz yuritilayotgan tomon ishtirokida',
      'with the subject taking part',
    ),
    text: labels(
      'Посчитано то, в чём участвовал названный субъект; провести это могли другие.',
      'Аталған субъект қатысқандары саналған; оларды басқалар өткізген болуы мүмкін.',
      'Aytilgan subyekt qatnashganlari sanalgan; ularni boshqalar oʻtkazgan boʻlishi mumkin.',
      'What the named subject took part in is counted; others may have held it.',
    ),
  },
  TOOK_PART: {
    label: labels('приняли участие', 'қатысқан', 'qatnashgan', 'took part'),
    text: labels(
      'Посчитаны люди, которые участвовали.',
      'Қатысқан адамдар саналған.',
      'Qatnashgan odamlar sanalgan.',
      'People who took part are counted.',
    ),
  },
  RECEIVED_HELP: {
    label: labels('получили помощь', 'көмек алған', 'yordam olgan', 'received help'),
    text: labels(
      'Посчитаны люди, которые получили помощь; одного человека могли посчитать несколько раз.',
      'Көмек алған адамдар саналған; бір адам бірнеше рет саналған болуы мүмкін.',
      'Yordam olgan odamlar sanalgan; bir kishi bir necha marta sanalgan boʻlishi mumkin.',
      'People who received help are counted; one person may be counted several times.',
    ),
  },
  IN_OPERATION: {
    label: labels('действуют', 'жұмыс істеп тұр', 'faoliyat yuritmoqda', 'in operation'),
    text: labels(
      'Посчитаны те, которые действуют.',
      'Жұмыс істеп тұрғандары саналған.',
      'Faoliyat yuritayotganlari sanalgan.',
      'Those in operation are counted.',
    ),
  },
  PARTNERS_ACTIVE: {
    label: labels('действуют партнёры', 'серіктестері жұмыс істейді', 'hamkorlari faoliyat yuritadi', 'partners are active'),
    text: labels(
      'Посчитаны места, где действуют партнёры; своего отделения там может не быть.',
      'Серіктестері жұмыс істейтін жерлер саналған; онда өз бөлімшесі болмауы мүмкін.',
      'Hamkorlari faoliyat yuritadigan joylar sanalgan; u yerda oʻz boʻlinmasi boʻlmasligi mumkin.',
      'Places where partners are active are counted; there may be no office of the subject.',
    ),
  },
  PRODUCED: {
    label: labels('выпущены', 'шығарылған', 'chiqarilgan', 'produced'),
    text: labels(
      'Посчитано выпущенное; показано ли оно кому-либо, не сказано.',
      'Шығарылғандары саналған; олардың көрсетілген-көрсетілмегені айтылмаған.',
      'Chiqarilganlari sanalgan; ular koʻrsatilgan-koʻrsatilmagani aytilmagan.',
      'What was produced is counted; whether anybody saw it is not said.',
    ),
  },
};
