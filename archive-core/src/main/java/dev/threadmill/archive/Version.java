package dev.threadmill.archive;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Tombstone;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Hashes of what decides, besides the mail, what is read from it and what pages look like. What
 * another version remembered is not believed.
 *
 * @param program of this program's own classes and those it uses
 */
record Version(Hash program) {

    /**
     * The version of the classes as they are, whatever their files are called, and of the platform
     * they run on.
     */
    static Version ofThisProgram() throws IOException {
        return of(classPath(Version.class.getClassLoader()));
    }

    /** The version of what stands on a class path: jars and folders. */
    static Version of(List<Path> classPath) throws IOException {
        Fingerprint hash = new Fingerprint().add(Runtime.version().toString());
        for (Path path : classPath) {
            if (path.toString().endsWith(".jar") && Files.isRegularFile(path)) {
                addJar(hash, path);
            } else {
                add(hash, path);
            }
        }
        return new Version(hash.hash());
    }

    /** Adds what a jar says of its files; their checksums spare a look at tens of megabytes. */
    private static void addJar(Fingerprint hash, Path jar) throws IOException {
        try (ZipFile files = new ZipFile(jar.toFile())) {
            hash.add(files.size());
            files.stream()
                    .forEach(
                            file ->
                                    hash.add(file.getName())
                                            .add(file.getSize())
                                            .add(file.getCrc()));
        }
    }

    private static List<Path> classPath(ClassLoader loader) {
        List<Path> paths = new ArrayList<>();
        if (loader instanceof URLClassLoader urls) { // Maven's
            for (URL url : urls.getURLs()) {
                file(url).ifPresent(paths::add);
            }
        } else {
            String all = System.getProperty("java.class.path");
            for (String path : all.split(File.pathSeparator, -1)) {
                paths.add(Path.of(path));
            }
        }
        return paths;
    }

    private static Optional<Path> file(URL url) {
        try {
            return url.getProtocol().equals("file")
                    ? Optional.of(Path.of(url.toURI()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What decides what is read from a source. */
    String ofMail(ArchiveOptions options) {
        Fingerprint hash = new Fingerprint().add(program).add(options.drops().toString());
        hash.add(options.reading().toString()).add(options.limits().toString());
        return hash.add(options.respectNoArchive()).hash().toString();
    }

    /**
     * All that decides what a build comes to.
     *
     * @param looks the version {@link #ofPages}
     * @param messages by list, all of them
     * @param read what was wrong with them and their sources
     */
    static Hash ofBuild(String looks, List<List<Message>> messages, List<Problems.Read> read) {
        Fingerprint hash = new Fingerprint().add(looks);
        for (List<Message> list : messages) {
            hash.add(list.size());
            for (Message message : list) {
                hash.add(message.bytes()).add(message.origin().toString()).add(message.number());
                hash.add(message.sent()).add(message.sentRepaired()).add(message.arrived());
                Tombstone stone = message.tombstone();
                hash.add(stone == null ? "" : stone.account());
                hash.add(message.leftOut()).add(message.id().value()).add(message.source());
            }
        }
        hash.add(read.size());
        for (Problems.Read found : read) {
            hash.add(found.list()).add(found.source()).add(found.problem().severity().name());
            hash.add(found.problem().place()).add(found.problem().sentence());
        }
        return hash.hash();
    }

    /** What decides how all pages look, whichever messages they show. */
    String ofPages(ArchiveOptions options, List<MailingList> lists) throws IOException {
        Fingerprint hash = new Fingerprint().add(program).add(options.looks());
        for (MailingList list : lists) {
            hash.add(list.toString());
        }
        add(hash, options.templateDirectory());
        if (options.mailmap().isPresent()) {
            hash.add("mailmap");
            addFile(hash, options.mailmap().get());
        }
        return hash.hash().toString();
    }

    /** Adds all files of a folder with their names, or the content of a file. */
    private static void add(Fingerprint hash, Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            addFile(hash, path);
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            hash.add(path.relativize(file).toString());
            addFile(hash, file);
        }
    }

    private static void addFile(Fingerprint hash, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            byte[] bytes = Files.readAllBytes(file);
            hash.add(bytes, bytes.length);
        }
    }
}
