package dev.threadmill.archive.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PageKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileTableTest {

    private static final Hash HASH = new Hash(1, 2);

    @Test
    void filesAreSortedByFolderAndThenByName() {
        FileTable files = new FileTable();
        for (String path : List.of("b", "a/z", "a/b/c", "a-/x", "a/y", "a")) {
            files.claim(path.equals("a") ? "c" : path, PageKind.RAW, HASH, 1);
        }
        assertThat(Arrays.stream(files.sorted()).mapToObj(files::path))
                .containsExactly("b", "c", "a-/x", "a/y", "a/z", "a/b/c");
    }

    @Test
    void claimTellsWhichFoldersAreNew() {
        FileTable files = new FileTable();
        assertThat(files.claim("a/b/c", PageKind.RAW, HASH, 1).knownFolder()).isZero();
        assertThat(files.claim("a/b/d", PageKind.RAW, HASH, 1).knownFolder()).isEqualTo(4);
        assertThat(files.claim("a/bc/d", PageKind.RAW, HASH, 1).knownFolder()).isEqualTo(2);
        assertThat(files.claim("e", PageKind.RAW, HASH, 1).knownFolder()).isZero();
    }

    @Test
    void spellingsOfOneNameAreFoundAsFastAsOthers() {
        int count = 1 << 17;
        FileTable files = new FileTable();
        CpuLimit.run(
                10,
                () -> {
                    for (int i = 0; i < count; i++) {
                        String path = "dev/" + i + "@example.org/" + spelling(i);
                        assertThat(files.claim(path, PageKind.ATTACHMENT, HASH, 1).changed())
                                .isTrue();
                    }
                });
        assertThat(files.count()).isEqualTo(count);
    }

    private static String spelling(int number) {
        StringBuilder name = new StringBuilder("1-patchpatchpatchpatch.txt");
        for (int i = 0; i < 17; i++) {
            if ((number >> i & 1) == 1) {
                name.setCharAt(i + 2, Character.toUpperCase(name.charAt(i + 2)));
            }
        }
        return name.toString();
    }
}
