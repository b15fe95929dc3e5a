import Bytes
import HTTP
import Testing

@Suite("a scrubber")
struct ScrubberTests {
  let scrubber = Scrubber(["hunter2/hunter3", "  eyJ0b2tlbiI\n", "abc"])

  @Test(
    "takes secrets out in every spelling they travel in",
    arguments: [
      ("password hunter2/hunter3!", "password •••!"),
      ("a=hunter2%2Fhunter3&b=1", "a=•••&b=1"),
      ("twice eyJ0b2tlbiI eyJ0b2tlbiI", "twice ••• •••"),
      ("nothing to hide", "nothing to hide"),
      ("abc is too short for a secret", "abc is too short for a secret"),
      ("", ""),
    ])
  func scrubs(text: String, expected: String) {
    #expect(scrubber.scrub(text) == expected)
  }

  @Test(
    "finds a password in the Base64 of a login, wherever it begins", arguments: ["a:", "ab:", "abc:", ""])
  func base64(user: String) {
    let login = Array("\(user)hunter2/hunter3".utf8).base64
    let clean = scrubber.scrub("Authorization: Basic \(login)")
    #expect(clean.contains(Scrubber.mark))
    #expect(!clean.contains(Array("hunter2/".utf8).base64.prefix(6)))
    #expect(scrubber.finds(in: Array(login.utf8)))
    #expect(!scrubber.finds(in: Array("Basic none".utf8)))
  }

  @Test("takes out the longest of secrets that hold each other")
  func longest() {
    var scrubber = Scrubber(["token"])
    scrubber.add(contentsOf: Scrubber(["token-of-the-lab"]))
    #expect(scrubber.scrub("Bearer token-of-the-lab") == "Bearer •••")
  }
}
