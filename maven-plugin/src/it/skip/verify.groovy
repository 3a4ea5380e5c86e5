import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('archive.skip')
assertThat(new File(basedir, 'target/archive')).doesNotExist()
true
