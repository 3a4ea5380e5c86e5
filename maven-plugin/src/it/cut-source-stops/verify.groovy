import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('archive.failOn=never', 'dev.mbox.gz')
assertThat(new File(basedir, 'target/archive')).doesNotExist()
assertThat(new File(basedir, 'site/dev/1@example.org/index.html')).isFile()
true
