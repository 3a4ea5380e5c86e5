import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('archive.allowRemovals')
assertThat(new File(basedir, 'target/archive/dev/3@example.org/index.html')).isFile()
true
