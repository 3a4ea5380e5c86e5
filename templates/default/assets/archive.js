// Opened from a disk, a folder is not its index.html: lead links there. Mail may hold addresses
// that are none (http://localhost:99999/): those stay as they are.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) {
      link.pathname += "index.html";
    }
  }
}
