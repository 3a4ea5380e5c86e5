import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('MojoFailureException').containsPattern('Failed to execute goal .*a b.*a-b|Failed to execute goal .*a-b.*a b')
assertThat(new File(basedir, 'target/archive')).doesNotExist()
true
