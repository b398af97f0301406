/** Which suggestions stay below a box: those that what was typed may still become. The others would only cover what is below. */
export const stillSuggests = (
  text: string,
  option?: { readonly value?: string | number | null },
): boolean => {
  const value = String(option?.value ?? '');
  return value !== text && value.includes(text.trim());
};
