import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('archive.failOn=never', 'dev.mbox.gz', '2 problems in the mail: 1 error, 1 repaired', 'problems.jsonl')
assertThat(new File(basedir, 'target/archive-state/problems.jsonl')).content().contains('"what":"source"')
assertThat(new File(basedir, 'target/archive')).doesNotExist()
assertThat(new File(basedir, 'site/dev/1@example.org/index.html')).isFile()
true
