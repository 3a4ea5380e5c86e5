package dev.threadmill.archive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walls between the rooms (ARCHITECTURE.md): imports point left only. */
class ArchitectureTest {

    private static final String BASE = "dev.threadmill.archive";

    /** Rooms in rooms: each may import what the whole may, and those before it. */
    private static final Map<String, List<String>> INNER =
            Map.of(
                    "parse", List.of("decode", "header", "mime"),
                    "render", List.of("template", "download", "frame", "feed", "thread", "index"));

    /** A room and the rooms it may import, besides itself. */
    private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("mail", List.of());
        ROOMS.put("source", List.of("mail"));
        ROOMS.put("parse", List.of("source", "mail"));
        ROOMS.put("thread", List.of("mail"));
        ROOMS.put("body", List.of("mail"));
        ROOMS.put("site", List.of("thread", "mail"));
        ROOMS.put("removal", List.of("site", "body", "thread", "mail"));
        ROOMS.put("render", List.of("site", "body", "thread", "mail"));
        ROOMS.put("output", List.of("site", "mail"));
        ROOMS.put("state", List.of("output", "site", "mail"));
    }

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(BASE);

    @Test
    void importsPointLeftOnly() {
        ROOMS.forEach(
                (room, allowed) -> {
                    List<String> others =
                            ROOMS.keySet().stream()
                                    .filter(r -> !r.equals(room) && !allowed.contains(r))
                                    .map(r -> BASE + "." + r + "..")
                                    .toList();
                    noClasses()
                            .that()
                            .resideInAPackage(BASE + "." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others.toArray(String[]::new))
                            .orShould()
                            .dependOnClassesThat()
                            .resideInAPackage(BASE)
                            .allowEmptyShould(true)
                            .check(OURS);
                });
    }

    @Test
    void roomsInRoomsImportThoseBeforeThemOnly() {
        INNER.forEach(
                (outer, rooms) -> {
                    String whole = BASE + "." + outer;
                    for (int room = 0; room < rooms.size(); room++) {
                        String[] behind =
                                rooms.subList(room + 1, rooms.size()).stream()
                                        .map(r -> whole + "." + r)
                                        .toArray(String[]::new);
                        noClasses()
                                .that()
                                .resideInAPackage(whole + "." + rooms.get(room))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(behind)
                                .orShould()
                                .dependOnClassesThat()
                                .resideInAPackage(whole)
                                .check(OURS);
                    }
                });
    }

    @Test
    void everyRoomIsNamedHere() {
        List<String> rooms = new ArrayList<>(ROOMS.keySet());
        INNER.forEach((outer, inner) -> inner.forEach(room -> rooms.add(outer + "." + room)));
        classes()
                .that()
                .resideInAPackage(BASE + ".*..")
                .should()
                .resideInAnyPackage(rooms.stream().map(r -> BASE + "." + r).toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void eachLibraryIsUsedInOneRoomAlone() {
        onlyIn("parse.mime", "org.apache.james..");
        onlyIn("body", "org.commonmark..", "org.owasp..");
        onlyIn("render.template", "freemarker..");
        onlyIn("source", "org.eclipse.jgit..", "org.tukaani..");
    }

    private static void onlyIn(String room, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(OURS);
    }

    @Test
    void filesAreWrittenInOutputAndStateOnly() {
        Set<String> writing =
                Set.of(
                        "write",
                        "writeString",
                        "newOutputStream",
                        "newBufferedWriter",
                        "newByteChannel",
                        "createFile",
                        "createDirectory",
                        "createDirectories",
                        "createTempFile",
                        "createTempDirectory",
                        "copy",
                        "move",
                        "delete",
                        "deleteIfExists");
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".output", BASE + ".state")
                .should()
                .accessTargetWhere(
                        new DescribedPredicate<JavaAccess<?>>("writes a file") {
                            @Override
                            public boolean test(JavaAccess<?> access) {
                                var owner = access.getTargetOwner();
                                return owner.isEquivalentTo(Files.class)
                                        && writing.contains(access.getTarget().getName());
                            }
                        })
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.FileOutputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.FileWriter")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.RandomAccessFile")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".output", BASE + ".state", BASE + ".source")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(FileChannel.class)
                .check(OURS);
    }
}
