package dev.threadmill.archive.bench;

/**
 * One generated list. Every second one behaves as Mailman does: it marks subjects and adds a
 * footer.
 */
record MailList(String name, boolean marks) {

    private static final String[] NAMES = {
        "loom", "shuttle", "heddle", "bobbin", "selvage", "spindle", "treadle", "raddle"
    };

    static MailList of(int index) {
        String name = NAMES[index % NAMES.length];
        return new MailList(
                index < NAMES.length ? name : name + index / NAMES.length, index % 2 == 1);
    }

    String address() {
        return name + "@lists.example.org";
    }

    /** What it puts before every subject. */
    String prefix() {
        return marks ? "[" + name + "] " : "";
    }

    void fields(Text out) {
        out.add("Precedence: ").line(marks ? "list" : "bulk");
        out.add("List-Id: <").add(name).line(".lists.example.org>");
        out.add("List-Post: <mailto:").add(address()).line(">");
        out.add("List-Archive: <https://lists.example.org/archives/").add(name).line("/>");
        out.add("Sender: ").add(name).line("-owner@lists.example.org");
    }

    void footer(Text out) {
        if (marks) {
            out.line("_______________________________________________");
            out.add(name).line(" mailing list");
            out.line(address());
            out.add("https://lists.example.org/mailman/listinfo/").line(name);
        }
    }
}
