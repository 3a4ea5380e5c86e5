import static org.assertj.core.api.Assertions.assertThat

def site = basedir.toPath().resolve('target/archive')
def home = org.jsoup.Jsoup.parse(site.resolve('index.html').toFile(), 'UTF-8')
assertThat(home.select('#own').text()).isEqualTo('Lists: dev')
assertThat(home.select('header.site')).hasSize(1)
assertThat(site.resolve('dev/1@example.org/index.html')).content().contains('article class="message"')
assertThat(site.resolve('assets/archive.css')).hasContent('body { color: teal }')
true
