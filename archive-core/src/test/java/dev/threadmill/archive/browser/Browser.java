package dev.threadmill.archive.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real browser without a window: Chromium with one tab, driven over the DevTools protocol. Names
 * other than 127.0.0.1 do not resolve in it, so nothing it is shown can reach anybody; what it
 * tried is in the {@link Visit}.
 *
 * <pre>{@code
 * try (SiteServer server = SiteServer.of(site);
 *         Browser browser = Browser.launch()) {
 *     Visit visit = browser.open(server.url("dev/"));
 * }
 * }</pre>
 */
public final class Browser implements AutoCloseable {

    private static final int RETRIES = 5;

    private final ChromiumProcess process;
    private final DevTools tools;
    private final String session;
    private final String target;

    private final List<String> requests = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private String url = "about:blank";
    private CountDownLatch loaded = new CountDownLatch(1);

    private Browser(ChromiumProcess process) {
        this.process = process;
        tools = new DevTools(process.address(), this::hear);
        JsonObject blank = object("url", "about:blank");
        target = call(null, "Target.createTarget", blank).get("targetId").getAsString();
        JsonObject attach = object("targetId", target);
        attach.addProperty("flatten", true);
        session = call(null, "Target.attachToTarget", attach).get("sessionId").getAsString();
        JsonObject discover = new JsonObject();
        discover.addProperty("discover", true);
        call(null, "Target.setDiscoverTargets", discover);
        call(null, "Browser.setDownloadBehavior", object("behavior", "deny"));
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            call(session, domain + ".enable", new JsonObject());
        }
    }

    /**
     * Starts the Chromium that the system property {@code archive.chromium} names, by default
     * {@code /usr/bin/chromium}; where there is none the calling test is skipped, and says so.
     */
    public static Browser launch() {
        String program = System.getProperty("archive.chromium", "");
        String chromium = program.isBlank() ? "/usr/bin/chromium" : program;
        assumeTrue(
                ChromiumProcess.isProgram(chromium),
                "no browser: -Darchive.chromium='" + chromium + "' names no program");
        return new Browser(ChromiumProcess.start(chromium));
    }

    /** Opens a page and waits until it and everything it asked for is there. */
    public Visit open(String address) {
        synchronized (this) {
            url = address;
            requests.clear();
            events.clear();
            loaded = new CountDownLatch(1);
        }
        JsonObject answer = call(session, "Page.navigate", object("url", address));
        boolean failed = answer.has("errorText");
        if (!failed && answer.has("loaderId")) {
            awaitLoad();
        }
        settle();
        synchronized (this) {
            boolean download = failed && answer.get("errorText").getAsString().contains("ABORTED");
            if (failed && !download) {
                events.add("log: " + answer.get("errorText").getAsString());
            }
            return new Visit(address, requests, events, download);
        }
    }

    /** What its scripts did when it was loaded has been told before this is answered. */
    private void settle() {
        for (int i = 0; ; i++) {
            try {
                evaluate("0");
                return;
            } catch (IllegalStateException e) {
                // A page that leads away takes its answers with it; the next one gives them.
                if (i == RETRIES || !String.valueOf(e.getMessage()).contains("navigated")) {
                    throw e;
                }
            }
        }
    }

    /** What else was seen since the page was opened, with all that {@link #open} returned. */
    public synchronized Visit seenSoFar() {
        return new Visit(url, requests, events, false);
    }

    private void awaitLoad() {
        try {
            if (!loaded.await(DevTools.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                synchronized (this) {
                    events.add("log: not loaded after " + DevTools.PATIENCE_SECONDS + " seconds");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of a JavaScript expression in the page, awaited when it is a promise. */
    public JsonElement evaluate(String expression) {
        JsonObject params = object("expression", expression);
        params.addProperty("returnByValue", true);
        params.addProperty("awaitPromise", true);
        JsonObject answer = call(session, "Runtime.evaluate", params);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(
                    expression + " failed: " + answer.get("exceptionDetails"));
        }
        JsonElement value = answer.getAsJsonObject("result").get("value");
        return value == null ? JsonNull.INSTANCE : value;
    }

    /** Lets the page do what it does by itself, for so long. */
    public void idle(int milliseconds) {
        evaluate("new Promise(done => setTimeout(done, " + milliseconds + "))");
    }

    /** Whether pages may do what their content security policy forbids. */
    public void ignorePolicies(boolean ignore) {
        JsonObject params = new JsonObject();
        params.addProperty("enabled", ignore);
        call(session, "Page.setBypassCSP", params);
    }

    /**
     * A picture of the upper left of a page, as PNG.
     *
     * @param width in CSS pixels, as {@code height}
     * @param dark whether the reader prefers a dark page
     */
    public byte[] screenshot(String address, int width, int height, boolean dark) {
        resize(width, height);
        JsonObject scheme = object("name", "prefers-color-scheme");
        scheme.addProperty("value", dark ? "dark" : "light");
        JsonArray features = new JsonArray();
        features.add(scheme);
        JsonObject media = new JsonObject();
        media.add("features", features);
        call(session, "Emulation.setEmulatedMedia", media);
        open(address);
        JsonObject picture = call(session, "Page.captureScreenshot", object("format", "png"));
        call(session, "Emulation.clearDeviceMetricsOverride", new JsonObject());
        return Base64.getDecoder().decode(picture.get("data").getAsString());
    }

    /** Makes the window as large as that, in CSS pixels. */
    public void resize(int width, int height) {
        JsonObject size = new JsonObject();
        size.addProperty("width", width);
        size.addProperty("height", height);
        size.addProperty("deviceScaleFactor", 1);
        size.addProperty("mobile", false);
        call(session, "Emulation.setDeviceMetricsOverride", size);
    }

    private JsonObject call(@Nullable String toSession, String method, JsonObject params) {
        return tools.call(toSession, method, params);
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private synchronized void hear(String event, JsonObject params) {
        switch (event) {
            case "Page.loadEventFired" -> loaded.countDown();
            case "Page.javascriptDialogOpening" -> {
                events.add("dialog: " + params.get("message").getAsString());
                JsonObject dismiss = new JsonObject();
                dismiss.addProperty("accept", false);
                tools.tell(session, "Page.handleJavaScriptDialog", dismiss);
            }
            case "Page.frameRequestedNavigation" -> {
                if (!params.get("url").getAsString().equals(url)) {
                    events.add("navigation: " + params.get("url").getAsString());
                }
            }
            case "Network.requestWillBeSent" -> {
                String asked = params.getAsJsonObject("request").get("url").getAsString();
                if (!asked.endsWith(SiteServer.ICON)) {
                    requests.add(asked);
                }
            }
            case "Network.webSocketCreated" -> requests.add(params.get("url").getAsString());
            case "Runtime.consoleAPICalled" -> events.add("console: " + params.get("args"));
            case "Runtime.exceptionThrown" ->
                    events.add("exception: " + params.get("exceptionDetails"));
            case "Log.entryAdded" -> {
                JsonObject entry = params.getAsJsonObject("entry");
                String at = entry.has("url") ? " at " + entry.get("url").getAsString() : "";
                events.add("log: " + entry.get("text").getAsString() + at);
            }
            case "Target.targetCreated" -> {
                JsonObject created = params.getAsJsonObject("targetInfo");
                boolean ours = created.get("targetId").getAsString().equals(target);
                if (!ours && created.has("openerId")) {
                    events.add("window: " + created.get("url").getAsString());
                    tools.tell(null, "Target.closeTarget", object("targetId", id(created)));
                }
            }
            default -> {}
        }
    }

    private static String id(JsonObject targetInfo) {
        return targetInfo.get("targetId").getAsString();
    }

    @Override
    public void close() {
        try {
            tools.tell(null, "Browser.close", new JsonObject());
            process.awaitEnd();
        } finally {
            tools.close();
            process.close();
        }
    }
}
