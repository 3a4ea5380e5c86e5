package dev.threadmill.archive.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The DevTools protocol over one WebSocket: calls with their answers, and events. */
final class DevTools implements AutoCloseable {

    /** Hostile pages can keep a browser busy for long; only one that hangs is to be found out. */
    static final long PATIENCE_SECONDS = 120;

    private final WebSocket socket;
    private final BiConsumer<String, JsonObject> events;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    /**
     * Connects to a browser.
     *
     * @param events is given the name and the params of each event, in order, on a thread that must
     *     not wait for an answer
     */
    DevTools(URI address, BiConsumer<String, JsonObject> events) {
        this.events = events;
        socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                        .buildAsync(address, new Listener())
                        .join();
    }

    /** Calls and waits for the answer. */
    JsonObject call(@Nullable String session, String method, JsonObject params) {
        try {
            return send(session, method, params).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(method + " failed: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(method + " had no answer", e);
        }
    }

    /** Calls, whatever the answer. */
    void tell(@Nullable String session, String method, JsonObject params) {
        CompletableFuture<JsonObject> unused = send(session, method, params);
    }

    private synchronized CompletableFuture<JsonObject> send(
            @Nullable String session, String method, JsonObject params) {
        int id = lastId.incrementAndGet();
        JsonObject call = new JsonObject();
        call.addProperty("id", id);
        call.addProperty("method", method);
        call.add("params", params);
        if (session != null) {
            call.addProperty("sessionId", session);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        open.put(id, answer);
        // A WebSocket takes one text after the other.
        sending = sending.thenCompose(done -> socket.sendText(call.toString(), true));
        return answer;
    }

    private void receive(JsonObject message) {
        if (!message.has("id")) {
            events.accept(message.get("method").getAsString(), message.getAsJsonObject("params"));
            return;
        }
        CompletableFuture<JsonObject> answer = open.remove(message.get("id").getAsInt());
        if (answer == null) {
            return;
        }
        if (message.has("error")) {
            answer.completeExceptionally(
                    new IllegalStateException(message.get("error").toString()));
        } else {
            answer.complete(message.getAsJsonObject("result"));
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
                text.setLength(0);
                receive(message);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            open.values().forEach(answer -> answer.completeExceptionally(error));
        }
    }
}
