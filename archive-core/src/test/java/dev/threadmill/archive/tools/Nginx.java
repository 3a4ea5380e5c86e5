package dev.threadmill.archive.tools;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** An nginx on the loopback that serves a site as {@code docs/nginx.conf} tells users to. */
final class Nginx implements Closeable {

    private static final Path DOCUMENTED = Path.of("..", "docs", "nginx.conf");

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Nginx serve(Path site, Path folder, Tool tool) throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("nginx"));
        int port = freePort();
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
                  server {
                    listen 127.0.0.1:%2$d;
                    root %3$s;
                    include %4$s;
                  }
                }
                """
                        .formatted(own, port, site, DOCUMENTED.toAbsolutePath().normalize()));
        Path output = own.resolve("output");
        Process process =
                tool.start(
                        own,
                        output,
                        "nginx",
                        "-e",
                        own.resolve("error.log").toString(),
                        "-p",
                        own.toString(),
                        "-c",
                        configuration.toString());
        Nginx nginx = new Nginx(process, port);
        nginx.await(output);
        return nginx;
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
        throw new AssertionError("nginx does not start: " + Files.readString(output));
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
            throw new IOException("interrupted while nginx was stopping", e);
        }
    }
}
