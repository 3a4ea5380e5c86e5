import static org.assertj.core.api.Assertions.assertThat

def site = basedir.toPath().resolve('target/archive')
def home = org.jsoup.Jsoup.parse(site.resolve('index.html').toFile(), 'UTF-8')
assertThat(home.select('a').eachAttr('href')).contains('./dev/', './announce/')
assertThat(site.resolve('dev/3@example.org/index.html')).isRegularFile()
assertThat(site.resolve('announce/4@example.org/index.html')).isRegularFile()
assertThat(site.resolve('dev/1@example.org/index.html')).content().contains('dev@example.org')
true
