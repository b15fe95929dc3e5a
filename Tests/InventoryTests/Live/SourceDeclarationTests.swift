import Diagnostics
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// What `site.yaml` says of sources, and what is told of mistakes in it.
@Suite("Declarations of sources")
struct SourceDeclarationTests {
  private func settings(_ yaml: String) throws -> InventorySettings {
    let site = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    return try InventorySettings.decode(YAML.read(site), from: site).value
  }

  private func told(_ yaml: String) throws -> String {
    do {
      _ = try settings(yaml)
      return ""
    } catch let report as Report {
      return report.told
    }
  }

  @Test("are read with their limits and ages")
  func whole() throws {
    let settings = try settings(
      """
      sources:
        - id: prom
          type: prometheus
          address: https://prom.example
          token: {env: TOKEN}
          queries: {watts: {query: sum(watts), unit: W, range: 24h, points: 25}}
          limits: {connect: 1s, total: 5s, size: 2 MiB}
          max_age: {warn: 2d}
          on_error: fail
      freshness: {warn: 3d}
      """)
    let source = try #require(settings.sources.first)
    #expect(source.token == .variable("TOKEN"))
    #expect(source.queries["watts"]?.step == 3600)
    #expect(source.limits.size.bytes == 2 << 20)
    #expect(source.onError == .fail)
    #expect(settings.ages.thresholds(source: "prom").warn == Age(seconds: 2 * 86_400))
    #expect(settings.ages.thresholds(source: "other").warn == Age(seconds: 3 * 86_400))
    #expect(try self.settings("{}").sources.isEmpty)
  }

  @Test("that hold a secret themselves are mistakes, which do not show it")
  func literal() throws {
    let told = try told(
      "sources: [{id: pve, type: proxmox, address: 'https://x', token: root@pam!a=0123456789}]")
    #expect(
      told == """
        site.yaml:1:65: error: 'sources[0].token' holds a secret itself
           1 | …s: 'https://x', token: *********************}]
             |                         ^~~~~~~~~~~~~~~~~~~~~
        hint: write {env: NAME} or {file: PATH}, and have a new one issued if this one was committed
        site.yaml:1:65: error: «sources[0].token» contiene el propio secreto
           1 | …s: 'https://x', token: *********************}]
             |                         ^~~~~~~~~~~~~~~~~~~~~
        pista: escribe {env: NOMBRE} o {file: RUTA}, y pide otro nuevo si este llegó a un commit

        """)
  }

  @Test("tell what a type wants, what it does not, and names that cannot be")
  func mistakes() throws {
    let told = try told(
      """
      sources:
        - {id: pve, type: proxmox, kubeconfig: x}
        - {id: Pve 2, type: file, path: x}
        - {id: pve, type: file, path: x}
        - {id: c, type: command, argv: [x], maxage: {warn: 1d}}
        - {id: t, type: gitops, path: x, token: {}}
      """)
    #expect(
      told == """
        site.yaml:2:10: error: a source of type 'proxmox' needs 'address'
           2 |   - {id: pve, type: proxmox, kubeconfig: x}
             |          ^~~
        hint: add it
        site.yaml:2:10: error: a source of type 'proxmox' needs 'token'
           2 |   - {id: pve, type: proxmox, kubeconfig: x}
             |          ^~~
        hint: add it
        site.yaml:2:42: error: 'kubeconfig' means nothing to a source of type 'proxmox'
           2 |   - {id: pve, type: proxmox, kubeconfig: x}
             |                                          ^
        hint: it takes: address, authority, server_name, token
        site.yaml:3:10: error: 'Pve 2' can't be the name of a source
           3 |   - {id: Pve 2, type: file, path: x}
             |          ^~~~~
        hint: use small letters, digits and dashes
        site.yaml:4:10: error: the source 'pve' is declared a second time
           4 |   - {id: pve, type: file, path: x}
             |          ^~~
        hint: give one of them another 'id'
        site.yaml:5:39: error: unknown key 'sources[3].maxage'
           5 |   - {id: c, type: command, argv: [x], maxage: {warn: 1d}}
             |                                       ^~~~~~
        hint: did you mean 'max_age'?
        site.yaml:6:43: error: 'sources[4].token' must name one place, a variable or a file
           6 |   - {id: t, type: gitops, path: x, token: {}}
             |                                           ^~
        hint: write {env: NAME} or {file: PATH}
        site.yaml:6:43: error: 'token' means nothing to a source of type 'gitops'
           6 |   - {id: t, type: gitops, path: x, token: {}}
             |                                           ^~
        hint: it takes: path, apps
        site.yaml:2:10: error: una fuente de tipo «proxmox» necesita «address»
           2 |   - {id: pve, type: proxmox, kubeconfig: x}
             |          ^~~
        pista: añádelo
        site.yaml:2:10: error: una fuente de tipo «proxmox» necesita «token»
           2 |   - {id: pve, type: proxmox, kubeconfig: x}
             |          ^~~
        pista: añádelo
        site.yaml:2:42: error: «kubeconfig» no significa nada para una fuente de tipo «proxmox»
           2 |   - {id: pve, type: proxmox, kubeconfig: x}
             |                                          ^
        pista: admite: address, authority, server_name, token
        site.yaml:3:10: error: «Pve 2» no puede ser el nombre de una fuente
           3 |   - {id: Pve 2, type: file, path: x}
             |          ^~~~~
        pista: usa letras minúsculas, cifras y guiones
        site.yaml:4:10: error: la fuente «pve» se declara por segunda vez
           4 |   - {id: pve, type: file, path: x}
             |          ^~~
        pista: dale otro «id» a una de ellas
        site.yaml:5:39: error: clave desconocida «sources[3].maxage»
           5 |   - {id: c, type: command, argv: [x], maxage: {warn: 1d}}
             |                                       ^~~~~~
        pista: ¿querías decir «max_age»?
        site.yaml:6:43: error: «sources[4].token» tiene que indicar un sitio: una variable o un archivo
           6 |   - {id: t, type: gitops, path: x, token: {}}
             |                                           ^~
        pista: escribe {env: NOMBRE} o {file: RUTA}
        site.yaml:6:43: error: «token» no significa nada para una fuente de tipo «gitops»
           6 |   - {id: t, type: gitops, path: x, token: {}}
             |                                           ^~
        pista: admite: path, apps

        """)
  }

  @Test(
    "have sentences in both tongues for whatever comes of asking",
    arguments: [
      (
        SourceFinding.noSecretFile("s"), "the file 's', which holds a secret, can't be read",
        "no se puede leer el archivo «s», que guarda un secreto"
      ),
      (.emptySecret(.variable("V")), "the variable V is empty", "la variable V está vacía"),
      (
        .emptySecret(.file("s")), "the file 's', which should hold a secret, is empty",
        "el archivo «s», que debería guardar un secreto, está vacío"
      ),
      (.noAuthority("ca"), "the certificate 'ca' can't be read", "no se puede leer el certificado «ca»"),
      (.status(502), "the server answers with status 502", "el servidor responde con el estado 502"),
      (
        .notAnAnswer("Prometheus"), "what came is no answer of Prometheus",
        "lo que llegó no es una respuesta de Prometheus"
      ),
      (.commandAbsent("x"), "there is no command 'x'", "no existe la orden «x»"),
      (.commandNotStarted("x"), "the command 'x' could not be started", "no se pudo iniciar la orden «x»"),
      (
        .commandTookTooLong("x", seconds: 3), "the command 'x' took longer than 3 s and was ended",
        "la orden «x» tardó más de 3 s y se detuvo"
      ),
      (
        .commandWroteTooMuch("x", limit: 9), "the command 'x' wrote more than 9 bytes and was ended",
        "la orden «x» escribió más de 9 bytes y se detuvo"
      ),
      (
        .withheld("nodes.a"), "'nodes.a' looks private and was left out",
        "«nodes.a» parece privado y se dejó fuera"
      ),
      (
        .noNumber("n", found: .several), "the query 'n' gave several numbers",
        "la consulta «n» dio varios números"
      ),
      (
        .noNumber("n", found: .overTime), "the query 'n' gave values over time",
        "la consulta «n» dio valores a lo largo del tiempo"
      ),
    ])
  func sentences(finding: SourceFinding, english: String, spanish: String) {
    #expect(finding.sentence(in: .english).message == english)
    #expect(finding.sentence(in: .spanish).message == spanish)
  }
}
