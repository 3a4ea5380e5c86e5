import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains(
    'archive:generate', 'archive.source', 'archive.siteUrl', 'archive.allowRemovals', 'Default: error',
    '<pattern>CVE-\\d{4}-\\d+</pattern>')
true
