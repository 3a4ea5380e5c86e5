import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('archive.adresses: there is no such setting; write archive.addresses')
assertThat(log.split('<adresses>: there is no such setting; write <addresses>', -1)).hasSizeGreaterThan(2)
assertThat(new File(basedir, 'target/archive/dev')).exists()
true
