import static org.assertj.core.api.Assertions.assertThat

assertThat(new File(basedir, 'target/archive/some/1@example.org/index.html')).isFile()
assertThat(new File(basedir, 'target/archive-state')).isDirectory()
assertThat(basedir.list()).doesNotContain('${project.basedir}', '${basedir}')
assertThat(new File(basedir, 'target/archive/index.html')).content().doesNotContain('Stub Project')
true
