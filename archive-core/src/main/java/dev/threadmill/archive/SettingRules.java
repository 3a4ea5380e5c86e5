package dev.threadmill.archive;

import java.net.IDN;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What settings can be. Every refusal names the setting, its value and what to write instead. */
final class SettingRules {

    private static final Pattern HOST_NAME =
            Pattern.compile(
                    "(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9-]+");

    /** Each has a thread and work of its own; a system has room for so many. */
    private static final int MOST_WORKERS = 1024;

    private SettingRules() {}

    /** The address of a site, with the slash at its end that pages are named behind. */
    static URI siteUrl(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (web && url.getHost() == null && url.getRawAuthority() != null) {
            asciiHost(url);
        }
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "archive.siteUrl '"
                            + url
                            + "' is not the address of a site; write it like"
                            + " https://example.org/archive/");
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "archive.siteUrl '%s' names a user, which every page would show; write it like https://%s%s"
                            .formatted(url, url.getHost(), url.getRawPath()));
        }
        return url.getRawPath().endsWith("/") ? url : URI.create(url + "/");
    }

    private static void asciiHost(URI url) {
        String host;
        try {
            host = IDN.toASCII(url.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return;
        }
        if (!host.equals(url.getRawAuthority())) {
            throw new IllegalArgumentException(
                    "archive.siteUrl '%s' has letters in its host that addresses do not have; write the host as %s"
                            .formatted(url, host));
        }
    }

    /** The language of the pages; English, where none is said. */
    static String language(String language) {
        String tag = language.strip();
        if (tag.isEmpty()) {
            return "en";
        }
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "archive.language '%s' is no language; write it like en or pt-BR"
                            .formatted(language),
                    e);
        }
        return tag;
    }

    static void cname(String cname) {
        if (!cname.isEmpty() && !HOST_NAME.matcher(cname).matches()) {
            throw new IllegalArgumentException(
                    "archive.cname '"
                            + cname
                            + "' is no host name; write it like lists.example.org");
        }
    }

    static void years(int expireAfterYears) {
        if (expireAfterYears < 0) {
            throw new IllegalArgumentException(
                    "archive.expireAfterYears is "
                            + expireAfterYears
                            + "; write how many years mail stays, or 0 for ever");
        }
    }

    static void workers(int workers) {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "archive.workers is %s; it can be 1 to %s".formatted(workers, MOST_WORKERS));
        }
    }

    /** State may be deleted at any time and the site is published: neither is part of the other. */
    static void folders(Path output, Path state) {
        Path site = output.toAbsolutePath().normalize();
        Path memory = state.toAbsolutePath().normalize();
        if (site.startsWith(memory) || memory.startsWith(site)) {
            throw new IllegalArgumentException(
                    "archive.stateDirectory '%s' and archive.outputDirectory '%s' are inside each other; name two folders side by side"
                            .formatted(state, output));
        }
    }

    /** What stands in a folder of mail is mail. */
    static void besideMail(String setting, Path folder, Path mail) {
        if (isInside(folder, mail)) {
            throw new IllegalArgumentException(
                    "%s '%s' is inside archive.source '%s' and would be read as mail; name another folder, or name the mail in that one by <lists>"
                            .formatted(setting, folder, mail));
        }
    }

    /** The same where the settings name the sources of a list one by one. */
    static void besideMail(String setting, Path folder, Path mail, String list) {
        if (isInside(folder, mail)) {
            throw new IllegalArgumentException(
                    "%s '%s' is inside the source '%s' of the list '%s' and would be read as mail; name another folder"
                            .formatted(setting, folder, mail, list));
        }
    }

    private static boolean isInside(Path folder, Path mail) {
        return folder.toAbsolutePath().normalize().startsWith(mail.toAbsolutePath().normalize());
    }

    /** Templates are looked for in a folder, which need not exist. */
    static void templates(Path templates) {
        if (Files.exists(templates) && !Files.isDirectory(templates)) {
            throw new IllegalArgumentException(
                    "archive.templateDirectory '%s' is a file; name a folder that holds pages/, assets/ and the like"
                            .formatted(templates));
        }
    }
}
