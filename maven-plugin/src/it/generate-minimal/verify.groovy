import static org.assertj.core.api.Assertions.assertThat

def site = basedir.toPath().resolve('target/archive')
assertThat(site.resolve('index.html')).isRegularFile()
assertThat(site.resolve('dev/1@example.org/index.html')).content().contains('Hello.')
assertThat(site.resolve('dev/2@example.org/index.html')).content().contains('Hello to you.')
assertThat(site.resolve('dev/1@example.org/t/index.html')).content().contains('Hello.', 'Hello to you.')
assertThat(site.resolve('dev/2@example.org/raw')).content().contains('Message-ID: <2@example.org>')
true
