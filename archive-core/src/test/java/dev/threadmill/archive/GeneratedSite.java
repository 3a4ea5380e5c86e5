package dev.threadmill.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A site on disk, as a browser and a crawler meet it. */
public final class GeneratedSite {

    private final Path root;
    private final Map<String, Set<String>> idsOfPages = new HashMap<>();

    public GeneratedSite(Path root) {
        this.root = root;
    }

    /** All files, by path from the root, without the folder that is ours. */
    public List<String> files() {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith(".threadmill"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> pages() {
        return files().stream().filter(file -> file.endsWith(".html")).toList();
    }

    public boolean has(String file) {
        return Files.exists(root.resolve(file));
    }

    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Document page(String file) {
        return Jsoup.parse(new String(bytes(file), StandardCharsets.UTF_8));
    }

    /** The page of a folder, such as {@code dev/1@example.org/}. */
    public Document folder(String path) {
        return page(path + "index.html");
    }

    /** All files with the hash of their bytes, for comparing two sites. */
    public Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String file : files()) {
            contents.put(file, dev.threadmill.archive.mail.Hash.of(bytes(file)).toString());
        }
        return contents;
    }

    /**
     * What is wrong with the pages as such: links and anchors that lead nowhere, absolute links
     * into the site, scripts and styles that the content security policy forbids, ids that occur
     * twice.
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String file : pages()) {
            Document page = page(file);
            Set<String> ids = new HashSet<>();
            for (Element element : page.select("[id]")) {
                if (!ids.add(element.id())) {
                    faults.add(file + ": id '" + element.id() + "' occurs twice");
                }
            }
            idsOfPages.put(file, ids);
            for (Element element : page.select("[style], script:not([src]):not([type*=json])")) {
                faults.add(file + ": forbidden " + element.cssSelector());
            }
            if (!page.head().child(0).attr("http-equiv").equals("Content-Security-Policy")
                    && !page.head().child(1).attr("http-equiv").equals("Content-Security-Policy")) {
                faults.add(file + ": no content security policy first in its head");
            }
        }
        for (String file : pages()) {
            if (!file.equals("404.html")) {
                checkLinks(file, faults);
            }
        }
        return faults;
    }

    private void checkLinks(String file, List<String> faults) {
        Document page = page(file);
        for (Element element : page.select("[href], [src], form[action]")) {
            String link =
                    element.hasAttr("href")
                            ? element.attr("href")
                            : element.hasAttr("src") ? element.attr("src") : element.attr("action");
            if (link.matches("(?i)[a-z][a-z0-9+.-]*:.*") || link.startsWith("//")) {
                continue;
            }
            String fault = fault(file, link);
            if (fault != null) {
                faults.add(file + ": link '" + link + "' " + fault);
            }
        }
    }

    private String fault(String file, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        String target = file;
        if (!decoded.isEmpty()) {
            Path resolved = Path.of("/" + file).getParent().resolve(decoded).normalize();
            target = resolved.toString().substring(1).replace('\\', '/');
            if (decoded.endsWith("/") || target.isEmpty()) {
                target = target.isEmpty() ? "index.html" : target + "/index.html";
            }
        }
        if (!has(target)) {
            return "leads to no file";
        }
        if (!Files.isRegularFile(root.resolve(target))) {
            return "leads to a folder without its slash";
        }
        if (!anchor.isEmpty()
                && target.endsWith(".html")
                && !idsOfPages.getOrDefault(target, Set.of()).contains(anchor)) {
            return "leads to no such anchor";
        }
        return null;
    }
}
