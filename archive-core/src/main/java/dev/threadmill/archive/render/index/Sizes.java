package dev.threadmill.archive.render.index;

/** How large a file is, as people read it: {@code 940 bytes}, {@code 12.3 kB}, {@code 4.0 MB}. */
final class Sizes {

    private Sizes() {}

    static String text(long bytes) {
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
        int unit = 0;
        long tenths = Math.round(bytes / 100.0);
        while (tenths >= 10_000) {
            tenths = Math.round(tenths / 1000.0);
            unit++;
        }
        return tenths / 10 + "." + tenths % 10 + " " + units[unit];
    }
}
