const STEP = 32_768;

/** A file as base 64, piece by piece: spreading a large array at once overflows the stack. */
export async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += STEP)
    text += String.fromCharCode(...bytes.subarray(start, start + STEP));
  return btoa(text);
}
