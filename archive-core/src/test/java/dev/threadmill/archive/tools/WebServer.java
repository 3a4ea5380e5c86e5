package dev.threadmill.archive.tools;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web server on the loopback that serves a site as {@code docs} tells users to. */
final class WebServer implements Closeable {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Path APACHE_MODULES = Path.of("/usr/lib/apache2/modules");

    private final Process process;
    private final int port;

    private WebServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** An nginx that includes {@code docs/nginx.conf}. */
    static WebServer nginx(Path site, Path folder, Tool tool)
            throws IOException, InterruptedException {
        int port = freePort();
        String server =
                "server { listen 127.0.0.1:%d; root %s; include %s; }"
                        .formatted(port, site, DOCS.resolve("nginx.conf"));
        return nginx(server, port, folder, tool);
    }

    /** An nginx that goes to Message-IDs as {@code docs/message-ids.md} says. */
    static WebServer nginxThatGoes(Path site, Path folder, Tool tool)
            throws IOException, InterruptedException {
        int port = freePort();
        String listen = "listen 127.0.0.1:%d; root %s;".formatted(port, site);
        return nginx(documented("nginx").replace("# …", listen), port, folder, tool);
    }

    /** An Apache that does. */
    static WebServer apacheThatGoes(Path site, Path folder, Tool tool)
            throws IOException, InterruptedException {
        int port = freePort();
        Path own = Files.createDirectory(folder.resolve("apache"));
        StringBuilder configuration = new StringBuilder();
        for (String module : new String[] {"mpm_event", "authz_core", "dir", "mime", "rewrite"}) {
            configuration.append(
                    "LoadModule %1$s_module %2$s/mod_%1$s.so%n".formatted(module, APACHE_MODULES));
        }
        configuration.append(
                """
                ServerRoot %1$s
                ServerName localhost
                PidFile %1$s/pid
                ErrorLog %1$s/error.log
                TypesConfig /etc/mime.types
                Listen 127.0.0.1:%2$d
                <VirtualHost 127.0.0.1:%2$d>
                DocumentRoot %3$s
                %4$s
                </VirtualHost>
                """
                        .formatted(own, port, site, documented("apache")));
        Path file = Files.writeString(own.resolve("apache.conf"), configuration);
        return start(port, own, tool, "apache2", "-X", "-f", file.toString());
    }

    /** The first example in this language. */
    private static String documented(String language) throws IOException {
        String text = Files.readString(DOCS.resolve("message-ids.md"));
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    private static WebServer nginx(String server, int port, Path folder, Tool tool)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("nginx"));
        Path configuration = own.resolve("nginx.conf");
        Files.writeString(
                configuration,
                """
                daemon off;
                master_process off;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events {}
                http {
                  access_log %1$s/access.log;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  %2$s
                }
                """
                        .formatted(own, server));
        String log = own.resolve("error.log").toString();
        return start(
                port, own, tool, "nginx", "-e", log, "-p", own + "/", "-c", configuration + "");
    }

    private static WebServer start(int port, Path own, Tool tool, String... command)
            throws IOException, InterruptedException {
        Path output = own.resolve("output");
        WebServer server = new WebServer(tool.start(own, output, command), port);
        server.await(output);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path output) throws IOException, InterruptedException {
        for (int i = 0; i < 300 && process.isAlive(); i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(100); // it is not there yet
            }
        }
        close();
        throw new AssertionError("the server does not start: " + Files.readString(output));
    }

    /** The address of the site's root, with a slash at its end. */
    String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    @Override
    public void close() throws IOException {
        try {
            Tool.stop(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server was stopping", e);
        }
    }
}
