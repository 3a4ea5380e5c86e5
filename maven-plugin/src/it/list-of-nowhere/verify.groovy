import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains("list 'dve': it has no sources, and 'mail' holds no list of that name; give it <sources>, or correct its name")
assertThat(new File(basedir, 'target/archive')).doesNotExist()
true
