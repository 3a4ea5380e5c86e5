import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content()
    .containsPattern('WARNING.* problems? in the mail').containsPattern('WARNING.*dev.mbox:\\d+')
assertThat(new File(basedir, 'target/archive-state/problems.jsonl')).content().contains('"id":"3@example.org"', 'windows-1252')
assertThat(new File(basedir, 'target/archive/dev/3@example.org/index.html').getText('UTF-8')).contains('caf\u00e9')
true
