const FORM = /^[a-z]{2,3}:[a-z]+(?:-[a-z]+)*:[a-z0-9-]{1,80}$/;

/** Whether a text has the form of an id: owner, type, local part. */
export function isPublishedId(text: string): boolean {
  return FORM.test(text);
}

/** The middle part of an id, for example `joint-program`; an empty text when the form is another. */
export function typeOfId(id: string): string {
  return isPublishedId(id) ? (id.split(':')[1] ?? '') : '';
}
