/** A blue square. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAMAAADz0U65AAAAA1BMVEVAcKAuCWoEAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQI12NgoA4AAABIAAH/myMhAAAAAElFTkSuQmCC',
  'base64',
);

/** What is said of it before it is uploaded. */
export const PICTURE_UPLOAD = { purpose: 'PRODUCT', filename: 'square.png', contentType: 'image/png', byteSize: PICTURE.length };

export async function putPicture(uploadUrl: string): Promise<void> {
  const answer = await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'image/png' }, body: new Uint8Array(PICTURE) });
  if (!answer.ok) throw new Error(`The upload is answered ${answer.status}: ${await answer.text()}`);
}
