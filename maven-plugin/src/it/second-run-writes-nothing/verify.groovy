import static org.assertj.core.api.Assertions.assertThat

def runs = new File(basedir, 'build.log').text.readLines().findAll { it =~ /\d files, .* written/ }
assertThat(runs).hasSize(2)
assertThat(runs[0]).doesNotContain(' 0 written').contains(' 0 unchanged')
assertThat(runs[1]).contains(' 0 written', ' 0 removed')
true
