import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('There is no mail', 'archive.source')
assertThat(new File(basedir, 'target/archive')).doesNotExist()
true
