// The place of a screen among the others, and the folder the app is served under.
export const count = (text, n, screens) => text.replace("{n}", n + 1).replace("{total}", screens.length);
export const base = () => new URL(".", document.baseURI).pathname;
