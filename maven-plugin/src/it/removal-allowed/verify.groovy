import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'target/archive/dev/1@example.org/index.html')).isFile()
assertThat(new File(basedir, 'target/archive/dev/3@example.org')).doesNotExist()
true
