import Diagnostics
import Disk
import Foundation
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// The secrets of a run by their names.
@Suite("Known secrets")
struct KnownSecretsTests {
  private func names(_ text: String, _ known: KnownSecrets) -> [SecretName] {
    known.finds(in: Array(text.utf8).span).map(\.name)
  }

  private func publish(_ yaml: String) -> Publish { Sample.read("publish: \(yaml)").0.publish }

  @Test("are found by the variable that holds them, wherever they stand")
  func variables() {
    let known = KnownSecrets(environment: [
      "DB_PASSWORD": "hunter2-jellyfin", "API_TOKEN": "token-de-prueba", "EDITOR": "hunter3-jellyfin",
    ])
    let text = "<p>token-de-prueba</p> aHVudGVyMi1qZWxseWZpbg== hunter3-jellyfin"
    #expect(names(text, known) == [.variable("API_TOKEN"), .variable("DB_PASSWORD")])
    #expect(known.finds(in: Array(text.utf8).span).map(\.range) == [3..<18, 23..<44])
    #expect(KnownSecrets(environment: ["EDITOR": "hunter3-jellyfin"]).isEmpty)
  }

  @Test("of an address are its password alone, whatever the variable is called")
  func addresses() {
    let known = KnownSecrets(environment: [
      "DATABASE": "postgres://blog:clave-de-la-base@db.example:5432/blog",
      "PAGE": "https://example.org/a@b:c",
      "SHORT": "https://u:corta@example.org",
    ])
    #expect(names("clave-de-la-base", known) == [.variable("DATABASE")])
    #expect(names("postgres://blog: db.example:5432/blog corta https://example.org/a@b:c", known).isEmpty)
  }

  @Test("of several lines are its lines, but not the armour that all keys have")
  func armour() {
    let key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----\n"
    let known = KnownSecrets(environment: ["TLS_KEY": key])
    #expect(names("x MIIEvQIBADANBgkq", known) == [.variable("TLS_KEY")])
    #expect(names("-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----", known).isEmpty)
    #expect(names("dos palabras", KnownSecrets(environment: ["A_KEY": "uno\ndos palabras"])).isEmpty)
  }

  @Test("are let through where 'publish.allow' gives a reason, but never a source's own")
  func allowed() {
    let environment = ["GPG_KEY": "A035C8C19219BA82"]
    let reasoned = publish("{allow: [{path: 'env:GPG_KEY', reason: a public key}]}")
    #expect(KnownSecrets(environment: environment, publish: reasoned).isEmpty)
    let bare = publish("{allow: ['env:GPG_KEY']}")
    #expect(names("A035C8C19219BA82", KnownSecrets(environment: environment, publish: bare)).count == 1)
    let known = KnownSecrets(
      environment: environment, credentials: [("pve", "A035C8C19219BA82")], publish: reasoned)
    #expect(names("A035C8C19219BA82", known) == [.source("pve")])
  }

  @Test("are the sources' own: tokens and passwords where they are kept, and what a kubeconfig holds")
  func credentials() throws {
    let folder = try TemporaryFolder()
    try folder.write("token-del-archivo\n", to: "secrets/pve")
    try folder.write(
      """
      current-context: c
      clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
      contexts: [{name: c, context: {cluster: c, user: u}}]
      users: [{name: u, user: {token: token-del-kubeconfig}}]

      """, to: "config")
    let site = """
      sources:
        - {id: pve, type: proxmox, address: "https://pve.example:8006", token: {file: secrets/pve}}
        - {id: prom, type: prometheus, address: "https://p.example", password: {env: PROM}, queries: {q: {query: up}}}
        - {id: k8s, type: kubernetes, kubeconfig: config}
        - {id: none, type: kubernetes, kubeconfig: absent}

      """
    let source = Source(path: "site.yaml", bytes: Array(site.utf8))
    let settings = try InventorySettings.decode(YAML.read(source), from: source).value
    let context = PullContext(
      root: Path(folder.path), environment: ["PROM": "clave-de-prom"], now: Instant(seconds: 0),
      allowsExec: false)
    let found = settings.credentials(in: context).map { "\($0.source) \($0.value)" }
    #expect(found == ["pve token-del-archivo", "prom clave-de-prom", "k8s token-del-kubeconfig"])
  }

  @Test("run nothing to be known")
  func plugins() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      current-context: c
      clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
      contexts: [{name: c, context: {cluster: c, user: u}}]
      users:
        - name: u
          user:
            exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: touch, args: [\(folder.path)/ran]}

      """, to: ".kube/config")
    let source = Source(path: "site.yaml", bytes: Array("sources: [{id: k8s, type: kubernetes}]\n".utf8))
    let settings = try InventorySettings.decode(YAML.read(source), from: source).value
    let context = PullContext(
      root: Path(folder.path), environment: ["HOME": folder.path, "PATH": "/usr/bin:/bin"],
      now: Instant(seconds: 0), allowsExec: true)
    #expect(settings.credentials(in: context).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/ran"))
  }

  @Test("are told by their names")
  func sentences() {
    let variable = PublishFinding.secret(.variable("DB_PASSWORD"), source: "content/blog/a.md")
    #expect(variable.code == "leak-secret" && variable.severity == .error)
    #expect(
      variable.sentence(in: .english)
        == Sentence(
          "the value of the variable DB_PASSWORD would be published here",
          hint:
            "look in content/blog/a.md first, take it out, and have a new one issued; if it is no secret, allow "
            + "env:DB_PASSWORD in 'publish.allow' with the reason"))
    #expect(
      variable.sentence(in: .spanish)
        == Sentence(
          "aquí se publicaría el valor de la variable DB_PASSWORD",
          hint: "mira primero en content/blog/a.md, quítalo y pide otro nuevo; si no es un secreto, permite "
            + "env:DB_PASSWORD en «publish.allow» con el motivo"))
    let source = PublishFinding.secret(.source("pve"), source: nil)
    #expect(
      source.sentence(in: .english)
        == Sentence(
          "what the source 'pve' is asked with would be published here",
          hint: "find which text, fact or template writes it, and take it out"))
    #expect(
      source.sentence(in: .spanish)
        == Sentence(
          "aquí se publicaría la credencial de la fuente «pve»",
          hint: "busca qué texto, dato o plantilla lo escribe y quítalo"))
    let more = PublishFinding.secretElsewhere(.variable("A_KEY"), files: 12)
    #expect(
      more.sentence(in: .english) == Sentence("the value of the variable A_KEY stands in 12 more files"))
    #expect(
      more.sentence(in: .spanish) == Sentence("el valor de la variable A_KEY está en 12 archivos más"))
    #expect(
      PublishFinding.secretElsewhere(.variable("A_KEY"), files: 1).sentence(in: .spanish).message
        == "el valor de la variable A_KEY está en 1 archivo más")
  }
}
