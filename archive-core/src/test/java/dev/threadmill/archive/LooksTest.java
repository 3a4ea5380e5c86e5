package dev.threadmill.archive;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.body.LinkRule;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.parse.DropRule;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.source.MboxForm;
import dev.threadmill.archive.source.ReadingOptions;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages of the last build are kept only where no setting changed that decides how they look. A new
 * setting has to be put on one side or the other here.
 */
class LooksTest {

    private static final Path OTHER = Path.of("other");

    private static final Map<String, Consumer<ArchiveGeneratorBuilder>> DECIDING =
            Map.ofEntries(
                    entry("siteUrl", b -> b.siteUrl(URI.create("https://example.org/"))),
                    entry("title", b -> b.title("Other")),
                    entry("language", b -> b.language("de")),
                    entry("cname", b -> b.cname("lists.example.org")),
                    entry("pages", b -> b.pages(EnumSet.of(PageKind.NESTED))),
                    entry("addresses", b -> b.addresses(AddressPolicy.of(AddressPolicy.Mode.HIDE))),
                    entry("linkRules", b -> b.linkRule(LinkRule.of("bug", "https://example.org/"))),
                    entry("reading", b -> b.reading(new ReadingOptions(MboxForm.MBOXCL, 0))),
                    entry("limits", b -> b.limits(limits(7))));

    private static final Map<String, Consumer<ArchiveGeneratorBuilder>> OTHERS =
            Map.ofEntries(
                    entry("source", b -> b.source(OTHER)),
                    entry("listName", b -> b.listName("other")),
                    entry("lists", b -> b.list(new ListOptions("a", List.of(OTHER), "", "", ""))),
                    entry("outputDirectory", b -> b.outputDirectory(OTHER)),
                    entry("stateDirectory", b -> b.stateDirectory(OTHER)),
                    entry("templateDirectory", b -> b.templateDirectory(OTHER)),
                    entry("mailmap", b -> b.mailmap(OTHER)),
                    entry("workers", b -> b.workers(31)),
                    entry("failOn", b -> b.failOn(Optional.empty())),
                    entry(
                            "drops",
                            b -> b.drop(new DropRule("spam", List.of(new DropRule.Id("1"))))),
                    entry("removals", b -> b.removals(OTHER)),
                    entry("expireAfterYears", b -> b.expireAfterYears(3)),
                    entry("respectNoArchive", b -> b.respectNoArchive(false)),
                    entry("allowRemovals", b -> b.allowRemovals(true)));

    private static Limits limits(int parts) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                usual.headerBytes(),
                usual.headerFields(),
                usual.references(),
                parts,
                usual.partDepth(),
                usual.partBytes(),
                usual.textCharacters());
    }

    private static ArchiveOptions options(Consumer<ArchiveGeneratorBuilder> change) {
        ArchiveGeneratorBuilder builder = ArchiveGenerator.builder();
        change.accept(builder);
        return builder.options();
    }

    private static final ArchiveOptions USUAL = options(builder -> {});

    private static Object value(ArchiveOptions options, String setting) throws Exception {
        return ArchiveOptions.class.getDeclaredMethod(setting).invoke(options);
    }

    @Test
    void everySettingIsOnOneSide() {
        Set<String> both = new HashSet<>(DECIDING.keySet());
        both.addAll(OTHERS.keySet());
        assertThat(Stream.of(ArchiveOptions.class.getRecordComponents()))
                .extracting(RecordComponent::getName)
                .containsExactlyInAnyOrderElementsOf(both);
    }

    @Test
    void settingsOfHowPagesLookCount() throws Exception {
        for (var setting : DECIDING.entrySet()) {
            ArchiveOptions changed = options(setting.getValue());
            assertThat(value(changed, setting.getKey()))
                    .isNotEqualTo(value(USUAL, setting.getKey()));
            assertThat(changed.looks()).as(setting.getKey()).isNotEqualTo(USUAL.looks());
        }
    }

    @Test
    void otherSettingsDoNot() throws Exception {
        for (var setting : OTHERS.entrySet()) {
            ArchiveOptions changed = options(setting.getValue());
            assertThat(value(changed, setting.getKey()))
                    .isNotEqualTo(value(USUAL, setting.getKey()));
            assertThat(changed.looks()).as(setting.getKey()).isEqualTo(USUAL.looks());
        }
    }
}
