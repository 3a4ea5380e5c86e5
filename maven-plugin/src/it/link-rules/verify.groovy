import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'target/archive/dev/1@example.org/index.html')).content()
    .contains('href="https://bugs.example.org/12"', 'href="https://cve.example.org/CVE-2019-1234"')
true
