import Testing

@testable import Inventory

/// The values of secrets, sought in what is written.
@Suite("Secrets of the run")
struct SecretValueTests {
  private func hides(_ text: String, _ secrets: [String]) -> Bool {
    !LeakScanner(depth: .page, secrets: SecretValues(secrets)).leaks(in: text).isEmpty
  }

  @Test(
    "are found as they are, and as HTML, JSON, URLs and base64 write them",
    arguments: [
      "hunter2 & \"más\"", "hunter2 &amp; &quot;más&quot;", "hunter2 &amp; &#34;más&#34;",
      "hunter2 & \\\"más\\\"",
      "hunter2%20%26%20%22m%C3%A1s%22", "hunter2+%26+%22m%C3%A1s%22", "aHVudGVyMiAmICJtw6FzIg==",
      "YWRtaW46aHVudGVyMiAmICJtw6FzIg==", "eDpodW50ZXIyICYgIm3DoXMi",
    ])
  func spellings(text: String) {
    #expect(hides("<p>\(text)</p>", ["hunter2 & \"más\""]))
    #expect(!hides("<p>\(text)</p>", ["hunter3 & \"más\""]))
  }

  @Test("are found at the start, at the end, side by side, and among many others")
  func places() {
    let secrets = SecretValues((0..<300).map { "secreto-numero-\($0)" } + ["corto1"])
    let text = "corto1secreto-numero-299secreto-numero-7 nada corto1"
    let found = text.replacing(LeakScanner(depth: .page, secrets: secrets).leaks(in: text)) { _, _ in "*" }
    #expect(found == "*** nada *")
  }

  @Test("count line by line when they have several, without the blanks around them")
  func lines() {
    #expect(hides("MIIEvQIBADAN", ["-----BEGIN X-----\nMIIEvQIBADAN\n-----END X-----\n"]))
    #expect(hides("abcdefgh", ["  abcdefgh\n"]))
  }

  @Test("are not sought when they are too short to tell")
  func short() {
    #expect(SecretValues(["", "admin", "  \n"]).isEmpty)
  }

  @Test("are taken from variables whose names say so")
  func environment() {
    let environment = [
      "GITHUB_TOKEN": "valor-uno", "DB_PASSWORD": "valor-dos", "PVE": "valor-tres",
      "SSH_KEY": "/run/secrets/key",
      "HOME": "/home/ana", "PWD": "valor-cuatro", "MONKEY": "valor-cinco", "API_KEY": "corto",
      "authToken": "valor-seis",
    ]
    let secrets = SecretValues(environment: environment, naming: ["PVE"])
    let scanner = LeakScanner(depth: .page, secrets: secrets)
    let found = environment.values.filter { !scanner.leaks(in: $0).isEmpty }.sorted()
    #expect(found == ["valor-dos", "valor-seis", "valor-tres", "valor-uno"])
  }
}
