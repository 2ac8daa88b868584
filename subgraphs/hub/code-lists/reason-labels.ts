import { type Labels, labels } from '../../contract/code-lists/labels.ts';
import type { ReasonCode } from '../merge/comparability.ts';

/** Each reason for or against comparing and adding, as one sentence. Source: schema/GLOSSARY.md, "comparability" */
export const reasonLabels: Readonly<Record<ReasonCode, Labels>> = {
  BASIS_DIFFERS: labels(
    'Одно число взято из сообщений, другое подсчитано по учётным записям.',
    'Бір сан хабарламадан алынған, екіншісі есеп жазбалары бойынша саналған.',
    'Bir son xabarlardan olingan, ikkinchisi hisob yozuvlari boʻyicha sanalgan.',
    'One figure is reported, the other is counted from records.',
  ),
  DEFINITION_DIFFERS: labels(
    'Числа считают разное: определения не совпадают.',
    'Сандар әртүрлі нәрсені есептейді: анықтамалары сәйкес емес.',
    'Sonlar turli narsani sanaydi: taʼriflari mos emas.',
    'The figures count different things: their definitions differ.',
  ),
  INDICATOR_DIFFERS: labels(
    'Это разные показатели.',
    'Бұл әртүрлі көрсеткіштер.',
    'Bular turli koʻrsatkichlar.',
    'They are different indicators.',
  ),
  LENGTH_DIFFERS: labels(
    'Числа накоплены за сроки разной длины.',
    'Сандар ұзақтығы әртүрлі мерзімде жиналған.',
    'Sonlar uzunligi turlicha muddatlarda toʻplangan.',
    'The figures were gathered over times of different length.',
  ),
  LEVEL_DIFFERS: labels(
    'Числа относятся к разным уровням.',
    'Сандар әртүрлі деңгейге қатысты.',
    'Sonlar turli darajalarga tegishli.',
    'The figures belong to different levels.',
  ),
  NO_NUMBER: labels(
    'Хотя бы в одном утверждении нет числа.',
    'Кемінде бір мәлімдемеде сан жоқ.',
    'Kamida bitta bayonotda son yoʻq.',
    'At least one statement has no number.',
  ),
  PLAN_VERSUS_FACT: labels(
    'Одно число — план, другое — результат.',
    'Бір сан — жоспар, екіншісі — нәтиже.',
    'Bir son — reja, ikkinchisi — natija.',
    'One figure is a plan, the other a result.',
  ),
  POPULATION_DIFFERS: labels(
    'Посчитаны разные группы людей или предметов.',
    'Адамдардың немесе заттардың әртүрлі тобы есептелген.',
    'Odamlar yoki narsalarning turli guruhlari sanalgan.',
    'Different groups of people or things are counted.',
  ),
  SUBJECT_KIND_DIFFERS: labels(
    'Числа сообщают о том, что не стоит в одном ряду: например, о стране и об организации.',
    'Сандар бір қатарға қойылмайтын нәрселер туралы: мысалы, ел мен ұйым туралы.',
    'Sonlar bir qatorga qoʻyilmaydigan narsalar haqida: masalan, davlat va tashkilot haqida.',
    'The figures tell of things of different kinds, for example of a country and of an organization.',
  ),
  UNIT_DIFFERS: labels('Единицы не совпадают.', 'Өлшем бірліктері сәйкес емес.', 'Birliklari mos emas.', 'The units differ.'),
  DEFINITION_UNSPECIFIED: labels(
    'Источник не говорит, кого или что он считает.',
    'Дереккөз кімді немесе нені есептейтінін айтпайды.',
    'Manba kimni yoki nimani sanashini aytmaydi.',
    'A source does not say whom or what it counts.',
  ),
  PERIOD_UNKNOWN: labels(
    'Неизвестно, к какому времени относится число.',
    'Санның қай уақытқа қатысты екені белгісіз.',
    'Son qaysi vaqtga tegishli ekani nomaʼlum.',
    'It is not known of what time a figure tells.',
  ),
  CONTRADICTED: labels(
    'Числу противоречит другое утверждение.',
    'Санға басқа мәлімдеме қайшы келеді.',
    'Songa boshqa bayonot zid keladi.',
    'Another statement contradicts a figure.',
  ),
  DEFINITION_SHARED_UNSPECIFIED: labels(
    'Оба числа взяты из одного источника, который не говорит, кого или что он считает.',
    'Екі сан да кімді немесе нені есептейтінін айтпайтын бір дереккөзден алынған.',
    'Ikkala son ham kimni yoki nimani sanashini aytmaydigan bitta manbadan olingan.',
    'Both figures come from one source, which does not say whom or what it counts.',
  ),
  METHOD_DIFFERS: labels(
    'Числа получены разными способами.',
    'Сандар әртүрлі тәсілмен алынған.',
    'Sonlar turli usullar bilan olingan.',
    'The figures were found by different methods.',
  ),
  PERIOD_DIFFERS: labels(
    'Числа относятся к разному времени.',
    'Сандар әртүрлі уақытқа қатысты.',
    'Sonlar turli vaqtga tegishli.',
    'The figures are told of different times.',
  ),
  PERIOD_INFERRED: labels(
    'Время взято не из самого текста или отмечено как неточное.',
    'Уақыты мәтіннің өзінен алынбаған немесе дәл емес деп белгіленген.',
    'Vaqti matnning oʻzidan olinmagan yoki noaniq deb belgilangan.',
    'The time is taken from outside the text, or is marked as uncertain.',
  ),
  SEVERAL_READINGS: labels(
    'Слова источника можно понять по-разному.',
    'Дереккөздің сөзін әртүрлі түсінуге болады.',
    'Manba soʻzlarini turlicha tushunish mumkin.',
    'The words of the source can be understood in several ways.',
  ),
  SOURCE_DIFFERS: labels(
    'Числа взяты из разных источников.',
    'Сандар әртүрлі дереккөзден алынған.',
    'Sonlar turli manbalardan olingan.',
    'The figures come from different sources.',
  ),
  WEAK_QUALIFIER: labels(
    'Хотя бы одно число названо приблизительно или только с одной границей: «более», «до», «около».',
    'Кемінде бір сан шамамен немесе бір ғана шекпен айтылған: «астам», «дейін», «шамамен».',
    'Kamida bitta son taxminan yoki faqat bitta chegara bilan aytilgan: “ortiq”, “gacha”, “taxminan”.',
    'At least one figure is told approximately or with one bound only: “more than”, “up to”, “about”.',
  ),
};
