/** Style sheets are imported for what they do to the page; the build takes them out. */
declare module '*.css' {}
