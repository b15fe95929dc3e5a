import HTTP
import Hosting
import Workers

extension BuiltSite {
  /// The site as an object store serves it: with the headers that `_headers` asks for, as far as a store keeps them,
  /// and with texts compressed where that is wanted.
  public func stored(at address: PublicAddress, compressing: Bool) throws(DeployFailure) -> BuiltSite {
    let rules = HeaderRules(try ServerRules(of: self).plainHeaders)
    var site = self
    site.files = Workers(count: Workers.processors).each(files) { file in
      var file = file
      for header in rules.headers(of: address.path(of: file.key), .last) { file.headers.set(header) }
      file.headers.compresses = compressing && Compressor.takes(file)
      return file
    }
    return site
  }
}

extension SiteFile.Headers {
  /// Takes a header over where a store would keep it; for all others a server has to stand before it.
  fileprivate mutating func set(_ header: Header) {
    switch header.name.lowercased() {
    case "content-type": contentType = header.value
    case "cache-control": cacheControl = header.value
    case "content-disposition", "content-language", "expires": others.append(header)
    default: break
    }
  }
}
