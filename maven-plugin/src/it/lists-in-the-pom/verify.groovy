import static org.assertj.core.api.Assertions.assertThat

def site = basedir.toPath().resolve('target/archive')
assertThat(site.resolve('tea/index.html')).content().contains('All about tea')
assertThat(site.resolve('tea/1@example.org/t/index.html')).isRegularFile()
assertThat(site.resolve('tea/3@example.org/index.html')).isRegularFile()
assertThat(site.resolve('tea/1@example.org/flat')).doesNotExist()
assertThat(site.resolve('tea/1@example.org/raw')).doesNotExist()
true
