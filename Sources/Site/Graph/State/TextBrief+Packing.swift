import Bytes

extension TextBrief {
  func pack(into packer: inout Packer) {
    for digest in [file, content, excerpt, contents] { packer.add(fixed: digest) }
    packer.add(words)
    packer.add(codeLanguages)
    packer.add(hasMore)
    packer.add(opening)
    packer.add(heading != nil)
    if let heading { packer.add(heading) }
    packer.add(hasShortcodes)
    packer.add(opensWithShortcode)
  }

  init(from unpacker: inout Unpacker) {
    file = unpacker.fixed()
    content = unpacker.fixed()
    excerpt = unpacker.fixed()
    contents = unpacker.fixed()
    words = unpacker.int()
    codeLanguages = unpacker.texts()
    hasMore = unpacker.flag()
    opening = unpacker.text()
    heading = unpacker.flag() ? unpacker.run() : nil
    hasShortcodes = unpacker.flag()
    opensWithShortcode = unpacker.flag()
  }
}
