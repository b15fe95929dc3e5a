import Bytes
import HTTP
import Language

/// Signs requests as object stores want them (AWS Signature Version 4), so that the secret itself is never sent.
///
/// What is signed is the request in a form that both sides write alike:
///
///     PUT                                     the method
///     /blog/talos/index.html                  the path, encoded once
///     list-type=2&prefix=blog%2F              the query, sorted
///     host:127.0.0.1:9000                     the headers, sorted by name
///     x-amz-date:20261121T101500Z
///
///     host;x-amz-date                         their names
///     e3b0c442…                               the digest of the body
struct Signer: Sendable {
  let key: String
  let secret: String
  let token: String?
  let region: String

  /// The headers to be sent with a request, the given ones among them.
  func signed(
    _ method: Request.Method, host: String, path: String, query: [(String, String)], headers: [Header],
    body: [UInt8], at now: Instant
  ) -> [Header] {
    let moment = Self.basic(now)
    let digest = SecureDigest.sha256(of: body).hexadecimal
    var sent = headers + [Header("x-amz-content-sha256", digest), Header("x-amz-date", moment)]
    if let token { sent.append(Header("x-amz-security-token", token)) }
    let named = (sent + [Header("host", host)]).map { ($0.name.lowercased(), $0.value) }.sorted {
      $0.0 < $1.0
    }
    let names = named.map(\.0).joined(separator: ";")
    let canonical = [
      method.rawValue, path, Self.written(query), named.map { "\($0.0):\($0.1)\n" }.joined(), names, digest,
    ].joined(separator: "\n")
    let day = String(moment.prefix(8))
    let scope = "\(day)/\(region)/s3/aws4_request"
    let text = [
      "AWS4-HMAC-SHA256", moment, scope, SecureDigest.sha256(of: Array(canonical.utf8)).hexadecimal,
    ].joined(separator: "\n")
    let signature = Self.keyed(Array(text.utf8), by: signingKey(of: day)).hexadecimal
    sent.append(
      Header(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(key)/\(scope), SignedHeaders=\(names), Signature=\(signature)"))
    return sent
  }

  /// The query as it is sent: sorted, each part encoded.
  static func written(_ query: [(String, String)]) -> String {
    query.map { ($0.0.percentEncoded(keeping: .unreserved), $0.1.percentEncoded(keeping: .unreserved)) }
      .sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(
        separator: "&")
  }
}

extension Signer {
  /// The key of one day, region and service: whoever sees it can sign for these alone.
  private func signingKey(of day: String) -> [UInt8] {
    ["\(day)", region, "s3", "aws4_request"].reduce(Array("AWS4\(secret)".utf8)) { key, part in
      Self.keyed(Array(part.utf8), by: key)
    }
  }

  private static func keyed(_ message: [UInt8], by key: [UInt8]) -> [UInt8] {
    SecureDigest.sha256(of: message, key: key)
  }

  /// `20261121T101500Z`
  private static func basic(_ now: Instant) -> String { Deployment.release(at: now) }
}
