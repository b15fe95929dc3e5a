import HTTP
import Hosting

extension BuiltSite {
  /// The site as an object store serves it: with the headers that `_headers` asks for, as far as a store keeps them,
  /// and with texts compressed where that is wanted.
  public func stored(at address: PublicAddress, compressing: Bool) throws(DeployFailure) -> BuiltSite {
    // Most rules are for browsers alone, and a store tells browsers nothing.
    let rules = HeaderRules(try ServerRules(of: self).plainHeaders.filter(\.isForStores))
    var site = self
    site.files = files.map { file in
      var file = file
      for header in rules.headers(of: address.path(of: file.key), .last) { file.headers.set(header) }
      file.headers.compresses = compressing && Compressor.takes(file)
      return file
    }
    return site
  }
}

extension HeaderRules.Rule {
  /// Whether it says something that a store keeps, or takes back what another one says.
  fileprivate var isForStores: Bool {
    !without.isEmpty || headers.contains { SiteFile.Headers.kept.contains($0.name.lowercased()) }
  }
}

extension SiteFile.Headers {
  /// What a store keeps of a file beside its bytes.
  fileprivate static let kept: Set = [
    "content-type", "cache-control", "content-disposition", "content-language", "expires",
  ]

  /// Takes a header over where a store would keep it; for all others a server has to stand before it.
  fileprivate mutating func set(_ header: Header) {
    switch header.name.lowercased() {
    case "content-type": contentType = header.value
    case "cache-control": cacheControl = header.value
    case let name where Self.kept.contains(name): others.append(header)
    default: break
    }
  }
}
