package dev.threadmill.archive.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ProgressListener;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a folder as a static host does: below a folder of its own, {@code index.html} for a
 * folder, {@code 404.html} for what is not there, and a media type by extension alone. Loopback
 * only, on a port that is free.
 */
public final class SiteServer implements AutoCloseable {

    /** Browsers ask for it at the root of every host, and nobody means anything by it. */
    static final String ICON = "/favicon.ico";

    private static final String BASE = "/project/";
    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "application/javascript; charset=utf-8"),
                    Map.entry("json", "application/json; charset=utf-8"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("atom", "application/atom+xml"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("gz", "application/gzip"));

    static {
        // Head and body are sent apart; without this each answer waits 40 ms between the two.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Path root;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private SiteServer(Path root, HttpServer server) {
        this.root = root;
        this.server = server;
    }

    /** Serves the site of an mbox of a list {@code dev}, made in a folder. */
    static SiteServer ofMail(String mbox, Path folder) throws IOException {
        Path site = folder.resolve("site");
        ArchiveGenerator.builder()
                .source(Files.writeString(folder.resolve("dev.mbox"), mbox))
                .outputDirectory(site)
                .build()
                .generate(ProgressListener.NONE);
        return of(site);
    }

    public static SiteServer of(Path root) throws IOException {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SiteServer site = new SiteServer(root.toRealPath(), HttpServer.create(loopback, 0));
        site.server.createContext("/", site::answer);
        site.server.setExecutor(site.threads);
        site.server.start();
        return site;
    }

    /** The address of a file or folder of the site, given as a link from its root would be. */
    public String url(String link) {
        return origin() + BASE + link;
    }

    /** What all addresses of this server begin with. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(ICON)) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            Path file = path.startsWith(BASE) ? file(path.substring(BASE.length())) : root;
            if (Files.isDirectory(file) && !path.endsWith("/")) {
                exchange.getResponseHeaders().set("Location", path + "/");
                exchange.sendResponseHeaders(301, -1);
            } else if (Files.isRegularFile(file)) {
                send(exchange, 200, file);
            } else {
                send(exchange, 404, root.resolve("404.html"));
            }
        }
    }

    private Path file(String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            return root;
        }
        return path.isEmpty() || path.endsWith("/") ? file.resolve("index.html") : file;
    }

    private static void send(HttpExchange exchange, int status, Path file) throws IOException {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, UNKNOWN));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
