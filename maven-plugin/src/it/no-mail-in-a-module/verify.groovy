import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('INFO] There is no mail')
assertThat(new File(basedir, 'target/archive/dev/index.html')).isFile()
assertThat(new File(basedir, 'module/target/archive')).doesNotExist()
true
