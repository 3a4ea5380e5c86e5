import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains("archive.pages: there is no 'pdf'; choose from message")
assertThat(new File(basedir, 'target/archive')).doesNotExist()
true
