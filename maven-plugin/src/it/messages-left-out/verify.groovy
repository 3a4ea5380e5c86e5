import static org.assertj.core.api.Assertions.assertThat

def site = basedir.toPath().resolve('target/archive')
assertThat(site.resolve('dev/1@example.org/index.html')).isRegularFile()
for (gone in ['2', '3', '4']) {
    assertThat(site.resolve("dev/${gone}@example.org")).doesNotExist()
}
assertThat(new File(basedir, 'build.log')).content().contains(
    '4 messages read: 1 shown in 1 thread, 3 left out',
    '1  left out: spam',
    '1  left out: X-No-Archive',
    '1  left out: messageId 3@example.org, before 2024-02-01')
true
