// What the first visit shows. The lines are short enough to be read beside the result on a small screen.

const listServers = `# What you run here is done for real, as you.
#
# Run:      Ctrl+Enter, or the triangle
# Complete: Ctrl+Space
# Meaning:  the book on the left

query SmtpServers {
  smtpServers(first: 20) {
    totalCount
    nodes {
      id
      name
      hostname
      port
      startTls
      hasPassword
      isDefault
    }
  }
}
`;

const addServer = `# A mutation answers with what was asked for
# or with a refusal that says what to do:
# ask for both.

mutation AddSmtpServer {
  addSmtpServer(
    input: {
      name: "Office"
      hostname: "smtp.example.org"
      port: 587
      startTls: ENABLED_AND_REQUIRED
    }
  ) {
    __typename
    ... on SmtpServer {
      id
    }
    ... on Refusal {
      code
      message
    }
    ... on InvalidInput {
      problems {
        path
        code
        message
      }
    }
  }
}
`;

export const defaultTabs = [{ query: listServers }, { query: addServer }];
