import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'build.log')).content().contains('MojoFailureException').containsPattern('Failed to execute goal .*site')
assertThat(new File(basedir, 'site').list()).containsExactly('index.html')
assertThat(new File(basedir, 'site/index.html')).hasContent('<p>My own page</p>')
true
