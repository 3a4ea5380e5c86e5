import static org.assertj.core.api.Assertions.assertThat

def site = basedir.toPath().resolve('target/archive')
assertThat(site.resolve('settings/index.html')).content().contains('mailto:settings@settings.example.org')
assertThat(site.resolve('pom/index.html')).content().contains('mailto:pom@pom.example.org')
assertThat(site.resolve('headers/index.html')).content().contains('mailto:headers@lists.example.org', 'Talk of all kinds')
assertThat(site.resolve('without-mail')).doesNotExist()
true
