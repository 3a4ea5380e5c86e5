package dev.threadmill.archive.render.frame;

import java.net.URI;
import java.util.Optional;

/**
 * What every page says of the site.
 *
 * @param title what the site calls itself
 * @param siteUrl where the site will stand; absolute addresses are left out without it
 * @param language the language of its own words, as BCP 47 names it: {@code en}
 * @param cname the host name that GitHub Pages should serve the site at; empty where nobody asked
 * @param version the version of this program
 */
public record SiteFacts(
        String title, Optional<URI> siteUrl, String language, String cname, String version) {

    /** The address of the site's root with a slash at its end; empty where it is not known. */
    public String base() {
        return siteUrl.map(url -> url.toASCIIString().replaceFirst("/*$", "/")).orElse("");
    }

    /** The path of the site's root on its host, with a slash at both ends; empty like base(). */
    public String basePath() {
        return siteUrl.map(url -> "/" + url.getRawPath().replaceFirst("^/*", ""))
                .map(path -> path.endsWith("/") ? path : path + "/")
                .orElse("");
    }
}
